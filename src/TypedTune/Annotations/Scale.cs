namespace TypedTune;

/// <summary>The scale on which a numeric hyperparameter is naturally varied.</summary>
public enum Scale
{
    /// <summary>Equal differences matter equally. The default.</summary>
    Linear = 0,

    /// <summary>Equal ratios matter equally; the range must lie above zero.</summary>
    Log = 1,
}
