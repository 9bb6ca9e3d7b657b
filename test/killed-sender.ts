/** A process that writes a mail, begins to send it, and is killed at it by the test (`domain/mail/killed.test.ts`). */
import { sendMail } from "@/domain/mail/send";
import { writeMail } from "@/domain/mail/write";
import { transaction } from "@/platform/database";
import { startWorkers } from "@/platform/job-queue";

const [to = "", when = ""] = process.argv.slice(2);
const words = { subject: "Your new password", paragraphs: ["Somebody asked."] };
await transaction((tx) =>
  writeMail(tx, { to, kind: "test", memberId: null, cause: to, words, byStranger: false }),
);
process.stdout.write("committed\n");
if (when === "sending") startWorkers({ mail: sendMail });
else setInterval(() => undefined, 1_000);
