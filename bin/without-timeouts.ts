/** A command may take its time: nobody waits behind a page for it, and counting everything again takes as long as there is much. */
process.env.MOOT_WITHOUT_TIMEOUTS = "1";
