"""Loa Trường: a school's communications plan, month by month, without a network."""

__version__ = "0.1.0"
