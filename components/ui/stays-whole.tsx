"use client";

import { Component, type ReactNode } from "react";

type Props = {
  children: ReactNode;
  /** What stands there then; nothing where the page says it all without. */
  instead?: ReactNode;
  onBroken?: () => void;
};

/**
 * What breaks inside of this, or does not load, takes nothing else of the page along: without it React would put the error page in the
 * place of the article somebody reads, and of what they write below it.
 */
export class StaysWhole extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(): void {
    this.props.onBroken?.();
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.instead : this.props.children;
  }
}
