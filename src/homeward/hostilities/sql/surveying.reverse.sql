DROP FUNCTION hostilities_survey();
