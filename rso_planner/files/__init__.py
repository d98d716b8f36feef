"""Files in and out: extracts, policies, plans."""
