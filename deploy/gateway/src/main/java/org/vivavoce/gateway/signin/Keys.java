package org.vivavoce.gateway.signin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Objects;

import org.springframework.security.converter.RsaKeyConverters;

/**
 * The key pair that signs the tokens, made on the first start and kept.
 */
public final class Keys {

	private static final int BITS = 2048;

	private Keys() {
	}

	/**
	 * The pair in this directory.
	 * @param directory gets {@code private.pem}, readable by the owner alone, and
	 * {@code public.pem}
	 * @throws IllegalStateException when what is there is no key pair
	 */
	public static KeyPair in(Path directory) {
		try {
			Files.createDirectories(directory);
			Path file = directory.resolve("private.pem");
			KeyPair keys = Files.exists(file) ? read(file) : create(file);
			write(directory.resolve("public.pem"), pem("PUBLIC KEY", keys.getPublic().getEncoded()));
			return keys;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The key in " + directory + " cannot be used: " + ex.getMessage(), ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static KeyPair create(Path file) throws GeneralSecurityException, IOException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(BITS);
		KeyPair keys = generator.generateKeyPair();
		write(file, pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
		return keys;
	}

	private static KeyPair read(Path file) throws GeneralSecurityException, IOException {
		try (InputStream pem = Files.newInputStream(file)) {
			RSAPrivateCrtKey key = (RSAPrivateCrtKey) Objects.requireNonNull(RsaKeyConverters.pkcs8().convert(pem));
			return new KeyPair(KeyFactory.getInstance("RSA")
				.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())), key);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidKeyException(ex.getMessage(), ex);
		}
	}

	private static String pem(String label, byte[] der) {
		String body = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(der);
		return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
	}

	/**
	 * Write a secret whole or not at all, and for the owner alone.
	 */
	static void write(Path file, String text) throws IOException {
		Path next = file.resolveSibling(file.getFileName() + ".new");
		Files.deleteIfExists(next);
		boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
		if (posix) {
			Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		}
		Files.writeString(next, text);
		Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
	}

}
