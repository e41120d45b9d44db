"""A newsletter and a mailbox, as Python's own libraries write them: make-mail.py HTML."""
import mailbox, sys
from email.message import EmailMessage

html = open(sys.argv[1], encoding="utf-8").read()

def letter(subject, day, html):
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "Ingrid Solheim <solheim@halvorsund.example>"
    message["To"] = "readers@halvorsund.example"
    message["Date"] = day
    message["Message-ID"] = f"<{abs(len(html))}@halvorsund.example>"
    message.set_content("This letter is in HTML.")
    message.add_alternative(html, subtype="html")
    return message

newsletter = letter("The bridge at Halvorsund – “opened”", "Fri, 14 May 2021 10:30:00 +0200", html)
open("newsletter.eml", "wb").write(newsletter.as_bytes())
box = mailbox.mbox("letters.mbox")
box.clear()
box.add(letter("Ferries", "Thu, 13 May 2021 08:00:00 +0200", "<p>The ferry Terna was sold to Faroese owners.</p>\n<p>From now on no ferry runs.</p>"))
box.add(newsletter)
box.flush()
