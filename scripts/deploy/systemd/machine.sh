#!/bin/bash
# Becomes a systemd that knows one service, in namespaces of its own. Of this machine it shares the network, and may write to nothing: a start tidies what it
# takes for its own (systemd-tmpfiles empties /tmp), so everything that is really there is read-only before it begins.
# machine.sh FOLDER: the folder has release/, moot.env, moot.service and log.conf.
set -euo pipefail
folder=$1
if [ "${2-}" != inside ]; then
  mount --make-rprivate /
  mkdir -p "$folder/cgroups"
  mount -t cgroup2 cgroup2 "$folder/cgroups"
  own=$folder/cgroups/moot-$$
  mkdir "$own"
  echo $$ > "$own/cgroup.procs"
  unshare --cgroup --mount --pid --uts --ipc --fork "$0" "$folder" inside && ended=0 || ended=$?
  # Its groups of processes are the kernel's, and would stay.
  echo $$ > "$folder/cgroups/cgroup.procs"
  find "$own" -depth -type d -exec rmdir {} +
  umount "$folder/cgroups"
  exit $ended
fi
umount -l "$folder/cgroups"

# What it may write to: a folder of its own, and layers in memory that are forgotten.
mount -t tmpfs tmpfs /run
mkdir -p /run/lock /run/systemd /run/machine /run/layers
mount --bind "$folder" /run/machine
mount -t tmpfs tmpfs /run/layers
for place in etc srv var; do
  mkdir -p "/run/layers/$place/up" "/run/layers/$place/work"
  mount -t overlay overlay -o "lowerdir=/$place,upperdir=/run/layers/$place/up,workdir=/run/layers/$place/work" "/$place"
done
mount -t tmpfs -o mode=1777 tmpfs /tmp
mount -t tmpfs -o mode=1777 tmpfs /dev/shm
mount -o remount,bind,ro /
for place in / /usr /root /home /opt /lib; do
  if touch "$place/written-by-moot" 2> /dev/null; then
    rm -f "$place/written-by-moot"
    echo "$place can still be written to, so no systemd is begun." >&2
    exit 1
  fi
done

mount -t proc proc /proc
umount -l /sys/fs/cgroup
mount -t cgroup2 cgroup2 /sys/fs/cgroup
grep -q '^moot:' /etc/group || echo 'moot:x:990:' >> /etc/group
grep -q '^moot:' /etc/passwd || echo 'moot:x:990:990::/srv/moot:/usr/sbin/nologin' >> /etc/passwd
mkdir -p /srv/moot
mount --bind /run/machine/release /srv/moot
install -m 600 /run/machine/moot.env /etc/moot.env
rm -rf /etc/systemd/system
mkdir -p /etc/systemd/system/moot.service.d
cp /run/machine/moot.service /etc/systemd/system/
cp /run/machine/log.conf /etc/systemd/system/moot.service.d/
# None of what a machine does when it starts.
for one in /usr/lib/systemd/system/*.target.wants; do
  mount -t tmpfs tmpfs "$one"
done
printf '[Unit]\nDescription=Nothing but what is tried\n' > /etc/systemd/system/try.target
container=lxc exec /usr/lib/systemd/systemd --system --unit=try.target --log-target=null
