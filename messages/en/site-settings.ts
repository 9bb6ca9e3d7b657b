// domain/site
export const defaultTagline =
  "Each article here ends in a question. Vote on it, argue about it, and see what the argument changed.";
export const privacy = "Privacy";
export const terms = "Terms";
export const imprint = "Imprint";
export const about = "About";
export const accessibility = "Accessibility";
export const authorities = "Contact for authorities";
export const onlyAdmins = "Only admins can change the site’s settings and pages.";
export const somebodyChangedTheSettings =
  "Somebody else has changed the settings in the meantime. Look at them again, then save what is still needed.";
export const somebodyChangedThePage =
  "Somebody else has changed this page in the meantime. Copy your text, open the page again, and put in what is still needed.";
export const theEnvironmentSetsThis =
  "{variable} in the server’s environment sets this. Change it there, or remove it there first.";
export const thereIsNoSuchPage = "Page not found.";
export const hasAtMostCharacters = "This can have at most {limit, number} characters.";
export const aColourLooksLike = "A colour must look like #2b5fa8: # and six digits or letters from a to f.";
export const theColourIsTooPale =
  "This colour is too pale to read: its contrast with the page is {ratio} to 1, and text needs 4.5. The nearest that works is {nearest}.";
export const aLinkBegins = "A link must begin with https://, http://, mailto: or /.";
export const anAgeIsANumber = "Please enter a number of years from 0 to {highest}; 0 asks nobody.";
export const aLanguageLooksLike = "A language must look like en, de or pt-BR.";
export const uploadItFirst = "Upload this picture first.";
export const aSiteHasAName = "A site must have a name.";
export const aPageHasAText = "This page needs a text.";
export const lineAndReason = "Line {line, number}: {reason}";

// app/privacy/page.tsx, app/terms/page.tsx, app/imprint/page.tsx, app/accessibility/page.tsx, app/authorities/page.tsx
export const whatPrivacySays = "What this site stores about you, who can read it, and for how long.";
export const whatTermsSays = "What you and this site can expect of each other.";
export const whatAccessibilitySays = "How this site can be used by everybody, and what is missing.";
export const whatAuthoritiesSays = "How authorities reach whoever runs this site.";
export const whatImprintSays = "Who runs this site.";

// components/site
export const setByTheEnvironment = "Set by {variable} in the server’s environment.";
export const name = "Name";
export const nameHint = "In the header, in titles, feeds and e-mails.";
export const tagline = "Tagline (optional)";
export const taglineHint = "What the site is, in one line. It is on the front page and in feeds.";
export const accent = "Accent colour (optional)";
export const accentHint = "For links, such as #2b5fa8. The dark theme uses a lighter shade.";
export const announcement = "Announcement (optional)";
export const announcementHint = "One line above every page. Clear it to remove the announcement.";
export const announcementLink = "Announcement link (optional)";
export const results = "Results of new polls";
export const resultsHint = "Preselected for each new article; its author can choose otherwise.";
export const afterVote = "after voting";
export const afterClose = "after the poll closes";
export const always = "to everyone at once";
export const minimumAge = "Minimum age to sign up";
export const minimumAgeHint =
  "New members tick a box to confirm it; no date of birth is asked for. 16 is enough throughout the EU; some countries allow less, down to 13. 0 asks nobody.";
export const language = "Language of articles";
export const languageHint =
  "For search, quotation marks, screen readers, feeds and search engines: en, de, pt-BR. The site itself stays in English.";
export const saveSettings = "Save settings";
export const announcementLabel = "Announcement";
export const text = "Text";
export const textHint = "Markdown: ## for a heading, [words](https://example.org) for a link.";
export const preview = "Preview";
export const savePage = "Save page";
export const lastChanged = "Last changed on {when}";
export const nothingHasChanged = "Nothing has been changed yet.";
export const somebody = "somebody who has left";
export const settingsVersion = "Settings, version {version, number}";
export const pageVersion = "{page}, version {version, number}";
export const pictureChanged = "{setting} {what}";
export const pictureUploaded = "uploaded";
export const pictureReplaced = "replaced";
export const pictureRemoved = "removed";
export const fromTo = "{setting}: {before} → {after}";
export const nothing = "nothing";
export const theName = "Name";
export const theTagline = "Tagline";
export const theAccent = "Accent colour";
export const theAnnouncement = "Announcement";
export const theAnnouncementsLink = "Announcement link";
export const theLanguage = "Language of articles";
export const theLogo = "Logo";
export const theIcon = "Icon";
export const theResults = "Results of new polls";
export const theMinimumAge = "Minimum age";

// app/moderation/site/[page]/page.tsx
export const editPage = "Edit “{page}”";
export const openPage = "Open the page";

// app/moderation/site/page.tsx
export const pages = "Pages";
export const pagesHint = "The foot of every page links to them. Write them in Markdown.";
export const notWrittenYet = "Not written yet: readers see Moot’s own text";
export const changedOn = "Changed on {when}";
export const history = "History";

// app/moderation/page.tsx
export const theSite = "Site settings";

// components/site/mark-form.tsx
export const logo = "Logo";
export const icon = "Icon";
export const pictureFile = "File";
export const logoHint = "Beside the name in the header. JPEG, PNG or WebP; square ones fit best.";
export const iconHint = "In tabs and on home screens. JPEG, PNG or WebP, square, at least 512 pixels wide.";
export const upload = "Upload";
export const replace = "Replace";
export const removeTheLogo = "Remove the logo";
export const removeTheIcon = "Remove the icon";
