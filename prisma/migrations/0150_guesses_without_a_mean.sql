-- Where all guess nearly the same, a mean says that nobody guessed otherwise.
ALTER TABLE published_guess DROP COLUMN mean;
