"""The sheets of a reconciliation's workbook, one file each."""
