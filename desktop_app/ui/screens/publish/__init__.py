"""Publish & send on screen: the articles and their tabs, the channels of one, its evidence, its words to copy."""
