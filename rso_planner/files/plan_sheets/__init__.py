"""The sheets of plan.xlsx, one file each."""
