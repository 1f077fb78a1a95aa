namespace Studies;

/// <summary>How long a client waits before it tries again.</summary>
public interface IBackoff
{
    /// <summary>The seconds to wait after so many attempts have failed.</summary>
    double SecondsAfter(int failures);
}
