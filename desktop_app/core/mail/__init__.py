"""A report by e-mail: packed into letters that a mailbox takes, queued, and sent when there is a line."""
