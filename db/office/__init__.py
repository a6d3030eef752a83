"""The office's own file, apart from any school's: SQLite for tens of schools, PostgreSQL for tens of thousands."""
