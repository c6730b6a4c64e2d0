package dev.followthrough.stack.supervise;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The right to run a stack on a data folder; falls free when its process ends, however it ends. */
public final class StackLock {

  // a lock that nothing refers to is collected, and with its channel closed it is free
  private static final List<FileLock> HELD = new CopyOnWriteArrayList<>();

  private StackLock() {}

  /** Takes the lock for as long as this process lives, unless another holds it. */
  public static boolean take(Path data) throws IOException {
    Optional<FileLock> lock = tryLock(data);
    lock.ifPresent(HELD::add);
    return lock.isPresent();
  }

  /** Whether a supervisor runs on the data folder. */
  public static boolean isHeld(Path data) throws IOException {
    Optional<FileLock> lock = tryLock(data);
    if (lock.isEmpty()) {
      return true;
    }
    lock.get().channel().close();
    return false;
  }

  private static Optional<FileLock> tryLock(Path data) throws IOException {
    FileChannel channel =
        FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
    }
    return Optional.ofNullable(lock);
  }
}
