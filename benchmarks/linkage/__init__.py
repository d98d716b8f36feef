"""What the measurement of pairing is made of: lists with a known answer, rivals, and how they are scored."""
