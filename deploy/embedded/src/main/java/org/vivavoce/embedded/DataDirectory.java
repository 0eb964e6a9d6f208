package org.vivavoce.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/**
 * A directory that one instance has to itself. The lock is the operating system's, so a
 * killed process leaves none behind.
 */
final class DataDirectory implements AutoCloseable {

	private final Path path;

	private final FileChannel lock;

	private DataDirectory(Path path, FileChannel lock) {
		this.path = path;
		this.lock = lock;
	}

	static DataDirectory claim(Path directory) {
		Path path = directory.toAbsolutePath().normalize();
		FileChannel channel;
		try {
			Files.createDirectories(path);
			channel = FileChannel.open(path.resolve("in-use.lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
		}
		catch (IOException ex) {
			throw new StartException("The directory " + path + " cannot be written.", ex);
		}
		if (lock(channel, path) == null) {
			close(channel);
			throw new StartException("The directory " + path + " is in use by another instance.");
		}
		return new DataDirectory(path, channel);
	}

	private static @Nullable FileLock lock(FileChannel channel, Path path) {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			return null;
		}
		catch (IOException ex) {
			close(channel);
			throw new StartException("The directory " + path + " cannot be locked.", ex);
		}
	}

	Path resolve(String name) {
		return this.path.resolve(name);
	}

	@Override
	public void close() {
		close(this.lock);
	}

	private static void close(FileChannel channel) {
		try {
			channel.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String toString() {
		return this.path.toString();
	}

}
