DROP TRIGGER kept ON reading_decision;
DROP TRIGGER kept ON reading_allowance;
