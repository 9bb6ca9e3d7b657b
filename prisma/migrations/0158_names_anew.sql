-- Names are compared as texts are, so that "strasse" finds "Straße": they are taken in once more.
UPDATE search_filling SET after = NULL, done = false WHERE kind = 'member';
