"""Albums: the best pictures of a year or a topic, chosen, put in order, taken along."""
