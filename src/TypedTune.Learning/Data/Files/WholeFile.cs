namespace TypedTune.Learning;

/// <summary>Writes files that are never seen half written: whoever reads meanwhile, and whoever is interrupted, finds the old file. Thread safe.</summary>
public static class WholeFile
{
    /// <summary>Writes a file beside the one that is to be, flushes it to the disk, and then puts it in the other's place.</summary>
    /// <param name="path">The file that is to be; where it is a symbolic link, what it leads to. A file that is there keeps its permissions.</param>
    /// <param name="write">Writes its content to a stream that cannot be read.</param>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="IOException">The file cannot be written; an older one is as it was.</exception>
    /// <remarks>A process that is killed meanwhile leaves a file behind whose name ends in <c>.unfinished</c>; it can be deleted.</remarks>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        string target = new FileInfo(path).LinkTarget is null ? Path.GetFullPath(path) : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
        string folder = Path.GetDirectoryName(target) ?? throw new IOException($"{Excerpt.From(path)} is a folder. Name a file in it.");
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"{Excerpt.From(path)} cannot be written, since its folder does not exist. Create the folder first.");
        string unfinished = Path.Combine(folder, $"{Guid.NewGuid():N}.unfinished");
        try
        {
            using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(target))
                File.SetUnixFileMode(unfinished, File.GetUnixFileMode(target));
            File.Move(unfinished, target, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
