"""The command line: translates words into use cases and their answers into words; decides nothing."""
