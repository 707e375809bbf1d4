"""Turns Chinese and Japanese documents into gettext catalogs and localized copies."""

__version__ = "0.1.0"
