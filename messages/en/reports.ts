// components/moderation/receipt-note.tsx
export const thankYou = "Thank you";
export const yourReportOfWasReceived = "We received your report on {when}. {state}{decidedAt}";
export const thisPageIsYourReceipt =
  "Bookmark <link>this page</link>: it will show what we decide. If you are signed in, we will also tell you in your inbox.";
export const yourRights = "Your rights";
export const ifYouThinkTheOutcome =
  "If you disagree with the outcome, you can go to court, or to an out-of-court dispute settlement body where you live.";
export const backToTheDiscussion = "Back to the discussion";
export const backToTheMember = "Back to the member’s page";

// components/moderation/report-form.tsx
export const aFormerMember = "a former member";
export const byName = "by {name}";
export const itBreaksAHouseRule = "It breaks a house rule";
export const whichRule = "Rule";
export const details = "Details (optional)";
export const reportIt = "Report";
export const itIsIllegal = "It is illegal";
export const reportIllegalContent = "Report illegal content; you need no account";
export const whichLaw = "Law";
export const youWillBeAskedToSignIn = "You will be asked to sign in; your report is then sent at once.";
export const chooseOne = "Choose one";
export const whyItIsIllegal = "Why it is illegal";
export const inASentenceOrTwo = "In a sentence or two: what it says, and why that is illegal.";
export const yourName = "Your name";
export const notNeededForANoticeAbout = "Not needed for a report of the sexual abuse of children.";
export const yourEMailAddress = "Your e-mail address";
export const whatISayHereIsAccurate = "To the best of my knowledge, this report is accurate and complete.";
export const reportAsIllegal = "Report as illegal";

// domain/moderation/reports/commands.ts
export const thisCommentIsNotThere = "Comment not found.";
export const thisCommentCannotBeReported = "You cannot report this comment.";
export const pleaseChooseAReason = "Please choose a reason.";
export const reportIdId2 = "report {id} {id2}";
export const youHaveReportedThisAlready = "You have already reported this. A moderator will review it.";
export const youHaveReportedThisText =
  "You have reported this text before. A moderator reviewed it and approved it.";

// domain/moderation/profiles/report.ts
export const thereIsNoSuchMember = "Member not found.";
export const thisProfileCannotBeReported = "You cannot report this name and bio.";

// domain/moderation/reports/report.ts
export const aModeratorWillReview = "A moderator will review it. Nothing has been decided yet.";
export const reviewedAndRemoved = "A moderator reviewed it and removed the comment.";
export const reviewedAndKept = "A moderator reviewed it and approved the comment.";
export const profileRemoved = "A moderator reviewed it and removed the name or bio.";
export const profileKept = "A moderator reviewed it and approved the name and bio.";
export const threatsOrIncitementToViolence = "Threats or incitement to violence";
export const unlawfulHateSpeech = "Unlawful hate speech";
export const defamationOrFalseStatement = "Defamation or false statement of fact";
export const violationOfPrivacyOrData = "Violation of privacy or data protection";
export const violationOfIntellectualProperty = "Violation of intellectual property";
export const fraudOrUnlawfulTrade = "Fraud or unlawful trade";
export const sexualAbuseOfChildren = "Sexual abuse of children";
export const anotherLawNamedBelow = "Another law, named below";

// domain/moderation/reports/schema.ts
export const pleaseKeepToCharacters = "Please use at most {detailLimit} characters.";
export const nameTooLong = "A name can have at most {limit, number} characters.";
export const thatIsNotAnEMail = "This is not an e-mail address.";
export const pleaseSayWhichLawItGoes = "Please say which law it breaks.";
export const pleaseSayInASentence = "Please say in a sentence or two why it is illegal.";
export const theLawAsksForYourName = "The law requires your name here.";
export const theLawAsksForYourE = "The law requires your e-mail address here.";
export const pleaseConfirmThat = "Please confirm that your report is accurate to the best of your knowledge.";
