DROP FUNCTION ledger.search(text, uuid, int);
DROP INDEX statement_by_words;
DROP FUNCTION ledger.asked(text);
