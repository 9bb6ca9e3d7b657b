-- Words are kept by the stemmer of the site's language, which was English for all: what is written in another is taken in anew.
UPDATE search_filling SET after = NULL, done = false WHERE EXISTS (
  SELECT FROM (SELECT value FROM site_version WHERE part = 'settings' ORDER BY version DESC LIMIT 1) newest
  WHERE value ->> 'language' !~* '^en(-|$)');
