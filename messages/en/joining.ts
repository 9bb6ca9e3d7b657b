// app/moderation/joining/page.tsx and components/members/joining-forms.tsx
export const whoMayJoin = "Who may join";
export const newAccounts = "New accounts";
export const anybody = "Anyone can sign up";
export const someDomains = "E-mail addresses at these domains, or an invitation";
export const byInvitation = "By invitation only";
export const nobody = "Nobody: sign-up is closed";
export const domains = "Domains";
export const domainsHint = "One per line, for example example.org. Only used with the second choice.";
export const notProven =
  "This site does not confirm e-mail addresses, so anyone can claim one at these domains. Set MOOT_PROVE_ADDRESS=1 to change that.";
export const save = "Save";
export const invitations = "Invitations";
export const anInvitationIsALink =
  "An invitation is a link. It works whatever you choose above, except while sign-up is closed.";
export const howMany = "How many people can use it";
export const howLong = "For how many days";
export const forWhom = "For whom (optional)";
export const forWhomHint = "Only admins see this.";
export const createInvitation = "Create an invitation";
export const noInvitations = "There are no open invitations.";
export const linkIsGone = "The link can no longer be shown, because the site’s secret has changed.";
export const usedOf = "used {used, number} of {uses, number}";
export const until = "until {when}";
export const madeBy = "by @{handle}";
export const madeByOperator = "by the operator";
export const endIt = "End this invitation";
export const invitationCreated = "The invitation is ready: copy its link below.";
export const invitationEnded = "The invitation has ended.";

// domain/members/joining
export const nobodyCanJoin = "Sign-up is closed: this site takes no new members.";
export const onlyWithAnInvitation =
  "This site is by invitation only. Please use the link of a valid invitation.";
export const onlyFromTheseDomains =
  "This site takes e-mail addresses at {domains}; with any other you need an invitation.";
export const tooManyDomains = "At most {most} domains.";
export const isNoDomain = "“{word}” is not a domain.";
export const nameADomain = "Please enter at least one domain.";
export const usesAreANumber = "Please enter a number of people from 1 to {most}.";
export const daysAreANumber = "Please enter a number of days from 1 to {most}.";
export const aNoteIsShort = "At most {most} characters.";
export const onlyAdminsInvite = "Only an admin decides who may join.";
export const thatInvitationHasEnded = "This invitation has already ended.";
export const thatInvitationIsUsedUp = "This invitation has just been used up.";
export const leaveThatFieldEmpty =
  "Something filled in a field that should stay empty. Please try again without filling in the form automatically.";
export const thatWasFast = "That was very fast. Please wait a few seconds, then press “Sign up” again.";
export const thatFormIsOld = "This form is more than a day old. Please send it again.";
export const pleaseAgree = "Please agree to the house rules and the terms to sign up.";
export const theRulesHaveChanged =
  "What you agree to has changed since you opened this page. Please read it again, then sign up.";
export const pleaseConfirmYourAge = "Please confirm that you are at least {age, number} years old.";
export const youAreInvited = "You have been invited. Welcome!";
export const thatInvitationIsNotGood =
  "This invitation has expired or has been used up. Please ask for a new one.";
export const joinWithAnAddressAt = "You need an e-mail address at {domains} to sign up, or an invitation.";

// components/members/joining-fields.tsx
export const iAgreeToTheRules =
  "I agree to the <rules>house rules</rules> and the <terms>terms</terms>, and have read the <privacy>privacy page</privacy>";
export const iAmOfAge = "I am at least {age, number} years old";
export const leaveEmpty = "Leave this empty";

// bin/commands/invitations.ts
export const makeAnInvitation = "create an invitation, a link to sign up with";
export const listInvitations = "open invitations";
export const endAnInvitation = "end an invitation";
export const invitationMade =
  "{link}\nFor {uses, plural, one {one person} other {{uses, number} people}}, for {days, plural, one {one day} other {{days, number} days}}. “moot member uninvite {id}” ends it.";
