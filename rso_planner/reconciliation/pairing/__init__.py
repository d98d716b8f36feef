"""Which records of the register are about which of the force's people: ids first, then names and date of birth."""
