#!/bin/sh
# Installs what the tests with real servers run: packages.txt by apt, and unpacked.txt (mail and FTP servers that refuse to be
# installed beside each other) into a folder of their own. Needs root and a Debian 12; nothing is started.
set -eu
cd "$(dirname "$0")"
root=${DEADAIR_REAL_ROOT:-/var/tmp/deadair-real}
export DEBIAN_FRONTEND=noninteractive

work=$(mktemp -d)
policy=/usr/sbin/policy-rc.d
if [ -e "$policy" ]; then
  trap 'rm -rf "$work"' EXIT
else
  trap 'rm -rf "$work" "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod +x "$policy"
fi

# shellcheck disable=SC2046 # one package a word
apt-get install -y -q --no-install-recommends $(cat packages.txt)

while read -r package; do
  [ -d "$root/$package" ] && continue
  (cd "$work" && apt-get download -q "$package")
  mkdir -p "$root/$package"
  dpkg -x "$work/$package"_*.deb "$root/$package"
done <unpacked.txt

# The accounts that their maintainer scripts would have made.
for user in Debian-exim opensmtpd opensmtpq; do
  id "$user" >/dev/null 2>&1 || useradd --system --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin "$user"
done
# OpenSMTPD's privilege-separated halves are shut in here, and its queue cannot be moved.
install -d -m 711 /var/lib/opensmtpd/empty /var/spool/smtpd
