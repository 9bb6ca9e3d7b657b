import fc from "fast-check";
import { expect, test } from "vitest";
import { meantAddress } from "./meant-address";

const COMMENT = "/comments/01a2236b-379e-7610-ba93-678e1c2b5283";

test.each([
  ["/articles/PLAIN", "/articles/plain"],
  ["/Articles/Plain", "/articles/plain"],
  ["/members/ANN", "/members/ann"],
  ...[
    ".",
    ",",
    ")",
    ").",
    "]",
    "%20",
    "%22",
    "%E2%80%9D",
    "**",
    ">",
    "%3E",
    "...",
    "%E2%80%A6",
    "%E3%80%82",
  ].map((behind) => [COMMENT + behind, COMMENT] as [string, string]),
  [`${COMMENT}%E2%80%8B`, COMMENT],
  [`${COMMENT}/.`, COMMENT],
  ["/articles/plain)?sort=newest", "/articles/plain?sort=newest"],
  ["/articles", "/"],
  ["/articles//plain", "/articles/plain"],
  ["/articles/plain/record.csv,", "/articles/plain/record.csv"],
  // An address that was encoded as a whole, or got its tail without a question mark: aws-amplify/docs#4729, AD-Security/AD_Miner#41.
  ["/articles/plain%3Fsort=newest", "/articles/plain"],
  ["/articles/plain%23discussion", "/articles/plain"],
  ["/articles/plain&utm_source=letter", "/articles/plain"],
  ["/articles/plain%3Fsort=newest/comments?after=x", "/articles/plain?after=x"],
  // Where a script puts no blank, the text is linked with it: nfrasser/linkifyjs#82, markdown-it/linkify-it#15.
  ["/articles/plain%E8%BF%99%E9%87%8C", "/articles/plain"],
  ["/articles/plain%EF%BC%8C%E5%BE%88%E5%A5%BD", "/articles/plain"],
  ["/articles/plain%EB%A5%BC", "/articles/plain"],
  ["/articles/plain%E2%80%94and", "/articles/plain"],
  ["/articles/plain%F0%9F%91%88", "/articles/plain"],
  // What was copied with it, and an address that a mail program broke: indico/indico#2265, codewars/codewars.com#40.
  ["/articles/plain%20-%20Moot", "/articles/plain"],
  ["/articles/plain%0A%0AA%20title", "/articles/plain"],
  ["/articles/plain-%0D%0Aand-simple", "/articles/plain-and-simple"],
  // What quoted-printable and JSON leave behind: dani-garcia/vaultwarden#7401.
  ["/articles/plain=", "/articles/plain"],
  ["/articles/plain%5C", "/articles/plain"],
  // Ids as programs write them: ginlix-ai/LangAlpha#269.
  ["/comments/01a2236b379e7610ba93678e1c2b5283", COMMENT],
  ["/comments/urn:uuid:01a2236b-379e-7610-ba93-678e1c2b5283", COMMENT],
  ["/comments/%7B01A2236B-379E-7610-BA93-678E1C2B5283%7D", COMMENT],
  // Names as others write them: bookwyrm-social/bookwyrm#1685.
  ["/@ann", "/members/ann"],
  ["/members/@Ann", "/members/ann"],
  ["/members/%40ann.", "/members/ann"],
  // Where a password manager looks, and feed readers: FreeFeed/freefeed-react-client#1190, danbooru/danbooru#6575.
  ["/.well-known/change-password", "/account"],
  ["/rss", "/feed.xml"],
  ["/feed/", "/feed.xml"],
  // Names of tags and authors are as people gave them; Safari and macOS copy letters in pieces: odoo/odoo#234416.
  ["/Tags/C%2B%2B", "/tags/C%2B%2B"],
  ["/tags/U%CC%88ber/feed.xml", "/tags/%C3%9Cber/feed.xml"],
  ["/tags/C%23/feed.xml.", "/tags/C%23/feed.xml"],
])("%s means %s", (typed, meant) => {
  expect(meantAddress(typed)).toBe(meant);
});

test.each([
  "/",
  "/articles/plain",
  "/articles/a:b",
  "/@",
  "/members/@",
  "/tags/C%23",
  "/authors/Sammy%20Davis%20Jr.",
  COMMENT,
  "/nope?x=A.",
  "/articles/%E8%BF%99",
  "/%E8%BF%99",
  "/articles/plain/record.csv",
])("%s is as it should be", (url) => {
  expect(meantAddress(url)).toBeNull();
});

test("what is meant is a path of this site, and means itself", () => {
  fc.assert(
    fc.property(fc.webPath(), (path) => {
      const meant = meantAddress(`/${path}`);
      if (meant === null) return;
      expect(meant).toMatch(/^\/(?!\/)/);
      expect(URL.parse(meant, "http://moot.invalid")?.host).toBe("moot.invalid");
      expect(meantAddress(meant)).toBeNull();
    }),
  );
});
