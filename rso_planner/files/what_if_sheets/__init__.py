"""The sheets of a what-if run's workbook, one file each."""
