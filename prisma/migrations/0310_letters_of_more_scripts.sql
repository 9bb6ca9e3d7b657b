-- Letters of more scripts are compared as their readers type them, so that "مهمة" finds "مهمّة": everything is taken in once more.
UPDATE search_filling SET after = NULL, done = false;
