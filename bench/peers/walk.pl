# A whole link with WWW::Mechanize: walk.pl ADDRESS, the person as JSON on standard input.
use strict;
use warnings;
use JSON::PP;
use WWW::Mechanize;
no warnings 'once';

# Not every machine knows names under .localhost.
@LWP::Protocol::http::EXTRA_SOCK_OPTS = (PeerAddr => '127.0.0.1');

my $address = shift;
my $who = decode_json(do { local $/; <STDIN> });
my $mech = WWW::Mechanize->new(autocheck => 1, keep_alive => 4);
$mech->get("$address/cgi-bin/login.pl");
$mech->submit_form(form_id => 'loginForm', button => 'loginForm:fbtnLogin',
    fields => { 'loginForm:loginName' => $who->{pacerUser}, 'loginForm:password' => $who->{pacerPassword} });
$mech->submit_form(form_id => 'mfaForm', button => 'mfaForm:btnOk', fields => { 'mfaForm:mfaInput' => $who->{passcode} });
$mech->form_id('regmsg');
$mech->tick('regmsg:chkRedact_input', 'on');
$mech->click('regmsg:bpmConfirm');
$mech->follow_link(url_regex => qr/Utilities/);
$mech->follow_link(url_regex => qr/LinkAccount/);
$mech->submit_form(with_fields => { login => $who->{cmecfLogin}, key => $who->{cmecfPassword} }, button => 'button1');
die 'other names' unless index($mech->text, $who->{pacerName}) >= 0;
$mech->form_number(1);
$mech->click('button1');
$mech->get("$address/cgi-bin/DisplayMenu.pl?Utilities");
die 'no filing menus' unless $mech->text =~ /Adversary/;
$mech->follow_link(url_regex => qr/logout/);
