"""Two counts, one truth: whom the force and the register count as overdue, and why they differ."""
