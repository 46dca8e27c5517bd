"""A whole link with MechanicalSoup: walk.py ADDRESS, the person as JSON on standard input."""
import json
import socket
import sys

import mechanicalsoup

# Not every machine knows names under .localhost.
look_up = socket.getaddrinfo
socket.getaddrinfo = lambda host, *rest, **more: look_up("127.0.0.1", *rest, **more)

address = sys.argv[1]
who = json.load(sys.stdin)
browser = mechanicalsoup.StatefulBrowser(raise_on_404=True, soup_config={"features": "html.parser"})
browser.open(f"{address}/cgi-bin/login.pl")
browser.select_form("#loginForm")
browser["loginForm:loginName"] = who["pacerUser"]
browser["loginForm:password"] = who["pacerPassword"]
browser.get_current_form().choose_submit("loginForm:fbtnLogin")
browser.submit_selected()
browser.select_form("#mfaForm")
browser["mfaForm:mfaInput"] = who["passcode"]
browser.get_current_form().choose_submit("mfaForm:btnOk")
browser.submit_selected()
browser.select_form("#regmsg")
browser["regmsg:chkRedact_input"] = True
browser.get_current_form().choose_submit("regmsg:bpmConfirm")
browser.submit_selected()
browser.follow_link("Utilities")
browser.follow_link("LinkAccount")
browser.select_form("form")
browser["login"] = who["cmecfLogin"]
browser["key"] = who["cmecfPassword"]
browser.get_current_form().choose_submit("button1")
browser.submit_selected()
assert who["pacerName"] in browser.get_current_page().get_text()
browser.select_form("form")
browser.get_current_form().choose_submit("button1")
browser.submit_selected()
browser.open(f"{address}/cgi-bin/DisplayMenu.pl?Utilities")
assert "Adversary" in browser.get_current_page().get_text()
browser.follow_link("logout")
