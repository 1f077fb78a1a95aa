namespace TypedTune.Architecture.Tests;

/// <summary>A file that uses a type of another file.</summary>
/// <param name="File">The file that uses it, from the project's folder on.</param>
/// <param name="Type">The used type's name.</param>
/// <param name="UsedFile">The file that declares it.</param>
internal sealed record TypeUse(string File, string Type, string UsedFile)
{
    /// <summary>The room of the file that uses the type.</summary>
    public string Room => RoomOf(File);

    /// <summary>The room of the file that declares the type.</summary>
    public string UsedRoom => RoomOf(UsedFile);

    /// <summary>The folder that a file is in, as <c>Trees/Bins</c>; a file in the project's own folder is a room of its own.</summary>
    public static string RoomOf(string file) => file.Contains('/', StringComparison.Ordinal) ? file[..file.LastIndexOf('/')] : file;
}
