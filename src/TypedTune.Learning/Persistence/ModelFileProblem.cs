namespace TypedTune.Learning;

/// <summary>Why a file cannot be loaded as a model.</summary>
public enum ModelFileProblem
{
    /// <summary>The file is no model, or that of another program.</summary>
    Foreign = 0,

    /// <summary>The file ends before all of the model was read.</summary>
    Truncated = 1,

    /// <summary>The content is not what was written: its checksum differs, or its values contradict each other.</summary>
    Damaged = 2,

    /// <summary>The file was written by a newer version of the library, of the program, or of a type in it.</summary>
    Newer = 3,

    /// <summary>The file was written by an older version, which is not read any more.</summary>
    Older = 4,

    /// <summary>The file holds a model of another type, or one whose type had other parts.</summary>
    OtherModel = 5,

    /// <summary>The model was fitted on rows with other columns than those that its row type has now.</summary>
    OtherRows = 6,
}
