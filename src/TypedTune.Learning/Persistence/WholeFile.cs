namespace TypedTune.Learning;

/// <summary>Writes files that are never seen half written.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file beside the one that is to be, and then puts it in its place.</summary>
    /// <param name="path">The file that is to be.</param>
    /// <param name="write">Writes its content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string unfinished = $"{path}.{Guid.NewGuid():N}.unfinished";
        try
        {
            using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
