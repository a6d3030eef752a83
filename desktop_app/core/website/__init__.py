"""The school's own website, where it is WordPress: approved articles go there by themselves, or wait for the line."""
