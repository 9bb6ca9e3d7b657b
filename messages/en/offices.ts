// domain/moderation/decisions/decision.ts
export const appointed = "made a moderator";
export const dismissed = "removed as a moderator";
export const changedTheRoleOf = "changed the role of";

// domain/moderation/decisions/appointments.ts
export const youModerateThisDiscussion =
  "You can approve, hold and remove comments in this discussion, and close it.";
export const youNoLongerModerate = "You no longer moderate this discussion. Your decisions stay in force.";
export const youHaveTheRightsOfAReader = "You can read, vote and comment.";
export const youHaveTheRightsOfAnEditor = "You can also publish articles and manage their polls.";
export const youHaveTheRightsOfAModerator = "You can also moderate every discussion on this site.";
export const youHaveTheRightsOfAnAdmin =
  "You can do everything on this site: moderate, publish, change its settings, and give roles.";

// domain/inbox/notice.ts
export const youAreModeratorOfADiscussion = "You are now a moderator of the discussion{where}.";
export const youAreNotModeratorAnyMore = "You are no longer a moderator of the discussion{where}.";
export const yourRoleHasChanged = "Your role on this site has changed.";

// components/moderation/statement.tsx
export const moderatorOfADiscussion = "You are now a moderator of a discussion";
export const moderatorNoLonger = "You are no longer a moderator of a discussion";
export const yourRole = "Your role has changed";

// components/moderation/log-list.tsx
export const anAdmin = "An admin";
export const theOperator = "The operator";
export const aMember = "a member";
export const showAll = "Show all";

// components/moderation/appointment.tsx
export const madeModerator = "made {member} a moderator of {discussion}";
export const removedAsModerator = "removed {member} as a moderator of {discussion}";
export const gaveRole = "changed the role of {member} from {before} to {after}";
export const aDiscussion = "a discussion";

// components/moderation/log-filters.tsx
export const filter = "Filter the log";
export const show = "Show";
export const decision = "Decision";
export const anyDecision = "Any decision";
export const aboutMember = "About";
export const byModerator = "By";
export const handle = "username";
export const decisionAlone =
  "{action, select, approve {Approved} reject {Removed} hold {Held} restore {Restored} undo {Reversed} lock {Thread closed} unlock {Thread reopened} slow {Slow mode} message {Message} warn {Warning} watch {Approval required} suspend {Suspension} ban {Ban} lift {Sanction lifted} appoint {Moderator added} dismiss {Moderator removed} role {Role changed} reset {Name or bio removed} keep {Name or bio approved} other {Other}}";

// app/moderation/members/page.tsx
export const members = "Members";
export const membersOfTheSite = "All accounts, by username.";

// components/moderation/member-directory.tsx
export const search = "Search";
export const nameHandleOrEmail = "Name, username or full e-mail address";
export const role = "Role";
export const anyRole = "Any role";
export const standing = "Standing";
export const anyStanding = "Any standing";
export const member = "Member";
export const joined = "Joined";
export const lastSeen = "Last seen";
export const notSignedIn = "–";
export const moderatesSome = "{role}, moderates {count, plural, one {1 discussion} other {# discussions}}";
export const nobodyFound = "No member matches. Try part of a name, or choose any role and any standing.";
export const nextMembers = "Next members";
export const inGoodStanding = "In good standing";
export const reviewedFirst = "Approval required";
export const suspended = "Suspended";
export const banned = "Banned";

// components/moderation/role-form.tsx
export const roleOfThisMember = "Role";
export const changeTheRole = "Change role";
export const giveThisRole = "Yes, give {name} this role";
export const whatRolesMay =
  "Editors publish articles and manage their polls. Moderators decide about comments and members. Admins do both, change the settings and give roles. We tell {name}, and the log says who did it.";

// domain/members/directory.ts
export const onlyAdminsListMembers = "Only admins can see the list of members.";

// components/moderation/member-erasure.tsx
export const deletion = "Deletion";
export const goesWithComments =
  "{name} and all their comments will be deleted on {when}. Signing in stops it.";
export const goesWithoutComments =
  "{name} will be deleted on {when}; their comments stay, without a name. Signing in stops it.";
export const keepTheAccount = "Keep account";
export const deleteOnRequest = "Delete this account at its owner’s request";
export const onlyWhenTheyAsked =
  "The member is told by e-mail and can stop it for seven days by signing in. Make sure that the request came from them.";
export const deleteThisAccount = "Delete the account of {name}.";
export const deleteTheAccount = "Delete account";
