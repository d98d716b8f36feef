"""A year ahead: demand drawn week by week, the week planned, the clocks moved by the rules, staffing compared."""
