"""Each thing a person can do: one verb, taking what it needs, returning what changed.

Promise: a command changes nothing or all of it; what it refuses it says in a sentence (errors.py). Never here: widgets.
"""
