"""The second face of the school's work: every act without a window, ``--json`` on every answer."""
