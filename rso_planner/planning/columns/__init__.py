"""The engine: columns of what a crew does on a day, priced, chosen and bounded."""
