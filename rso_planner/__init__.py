"""The weekly planning desk of a police sex offender unit."""

__version__ = "0.1.0"
