export { answerAuth as GET, answerAuth as POST } from "@/web/sessions/auth";
