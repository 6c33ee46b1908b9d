DROP TRIGGER kept ON ledger_statement;
DROP TRIGGER kept ON ledger_tile;
DROP TRIGGER kept ON ledger_document;
DROP TRIGGER kept ON ledger_head;
DROP TRIGGER signed_once ON ledger_head;
DROP SCHEMA ledger CASCADE;
