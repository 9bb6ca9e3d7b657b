"use client";

import { useEffect } from "react";
import styles from "./field.module.css";
import * as t from "#messages/site";
import { say } from "@/messages/say";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What is said of a control, and of which of several radio buttons. */
const said = new WeakMap<Control, HTMLElement>();

/** Says what a field lacks at the field, as the door would say it, where each browser has a bubble and words of its own. */
export function FieldProblems() {
  useEffect(() => {
    document.addEventListener("invalid", tell, true);
    document.addEventListener("input", takeBack, true);
    return () => {
      document.removeEventListener("invalid", tell, true);
      document.removeEventListener("input", takeBack, true);
    };
  }, []);
  return null;
}

function tell(event: Event): void {
  const control = event.target;
  if (!isControl(control)) return;
  event.preventDefault();
  if (control !== firstOf(control)) return;
  if (control === control.form?.querySelector(":is(input, select, textarea):invalid")) control.focus();
  const note = said.get(control) ?? noteAt(control);
  note.textContent = problemOf(control);
}

function noteAt(control: Control): HTMLElement {
  const note = document.createElement("p");
  note.className = styles.problem ?? "";
  note.id = `lacks-${crypto.getRandomValues(new Uint32Array(1)).join("")}`;
  if (control.type === "radio") (control.closest("fieldset")?.querySelector("legend") ?? control).after(note);
  else (control.closest("p") ?? control).after(note);
  control.setAttribute("aria-invalid", "true");
  control.setAttribute(
    "aria-describedby",
    [control.getAttribute("aria-describedby"), note.id].join(" ").trim(),
  );
  said.set(control, note);
  return note;
}

function takeBack({ target }: Event): void {
  const control = isControl(target) ? firstOf(target) : null;
  const note = control && said.get(control);
  if (!control || !note) return;
  const others = control.getAttribute("aria-describedby")?.replace(note.id, "").trim() ?? "";
  if (others === "") control.removeAttribute("aria-describedby");
  else control.setAttribute("aria-describedby", others);
  control.removeAttribute("aria-invalid");
  note.remove();
  said.delete(control);
}

function problemOf(control: Control): string {
  const { validity, type } = control;
  if (validity.valueMissing) {
    if (type === "checkbox") return t.pleaseTickThis;
    return type === "radio" || control instanceof HTMLSelectElement ? t.pleaseChoose : t.pleaseFillThisIn;
  }
  if (validity.typeMismatch && type === "email") return t.notAnEmailAddress;
  if (validity.tooShort && "minLength" in control) return say(t.tooShort, { least: control.minLength });
  return control.validationMessage;
}

/** Radio buttons of one name are one question. */
function firstOf(control: Control): Control {
  const group = control.type === "radio" ? control.form?.elements.namedItem(control.name) : null;
  const [first] = group instanceof RadioNodeList ? group : [];
  return first instanceof HTMLInputElement ? first : control;
}

const isControl = (target: EventTarget | null): target is Control =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLSelectElement ||
  target instanceof HTMLTextAreaElement;
